@echo off
rem Starts Twinge on Windows; builds it first if its jar is missing. After changing sources run: mvnw.cmd package
setlocal
set "HOME_FOLDER=%~dp0"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%HOME_FOLDER%target\twinge.jar" goto run
echo twinge: building (the first time takes a minute and fetches libraries) ... 1>&2
pushd "%HOME_FOLDER%"
call mvnw.cmd -q -B -Dmaven.test.skip=true package 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" exit /b 1
:run
"%JAVA%" -XX:+UseSerialGC %TWINGE_JAVA_OPTIONS% -jar "%HOME_FOLDER%target\twinge.jar" %*
exit /b %ERRORLEVEL%
