@echo off
rem Starts Twinge on Windows; builds it first if its jar is missing. After changing sources run: mvnw.cmd package
setlocal
set "HOME_FOLDER=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "PLACE=%HOME_FOLDER%target"
if exist "%HOME_FOLDER%app\twinge.jar" set "PLACE=%HOME_FOLDER%app"
if exist "%PLACE%\twinge.jar" goto run
echo twinge: building (the first time takes a minute and fetches libraries) ... 1>&2
pushd "%HOME_FOLDER%"
call mvnw.cmd -q -B -Dmaven.test.skip=true package 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" exit /b 1
:run
"%JAVA%" -XX:+UseSerialGC %TWINGE_JAVA_OPTIONS% -jar "%PLACE%\twinge.jar" %*
exit /b %ERRORLEVEL%
