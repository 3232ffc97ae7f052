package twinge.files.csv;
