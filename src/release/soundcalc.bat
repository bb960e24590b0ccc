@echo off
rem Runs soundcalc on Windows, with the Java of JAVA_HOME or of the PATH (17 or newer).
rem
rem   JAVA_HOME             the Java to run with; otherwise java on the PATH
rem   SOUNDCALC_CLASSPATH   jars of plug-ins, put after the program on the class path
rem   SOUNDCALC_JAVA_OPTS   more options for the Java virtual machine
setlocal DisableDelayedExpansion

rem What is echoed of a path is in quotes: a bracket of "Program Files (x86)" would end its block.
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined JAVA_HOME if not exist "%JAVA%.exe" (
  echo soundcalc: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it; set it to a Java 17 or newer, or unset it>&2
  exit /b 2
)
if not defined JAVA_HOME where /q java.exe
if not defined JAVA_HOME if errorlevel 1 (
  echo soundcalc: no Java found; install Java 17 or newer, or set JAVA_HOME to one>&2
  exit /b 2
)
set "JAR=%~dp0lib\soundcalc.jar"
if not exist "%JAR%" (
  echo soundcalc: there is no "%JAR%": the release is not whole; unpack its archive again>&2
  exit /b 2
)
set "PROGRAM=%JAR%"
if defined SOUNDCALC_CLASSPATH set "PROGRAM=%JAR%;%SOUNDCALC_CLASSPATH%"

rem a Java that is too old says "UnsupportedClassVersionError" and the version it needs, 61.0 for Java 17
"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xms48m -Xmx1g -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %SOUNDCALC_JAVA_OPTS% -cp "%PROGRAM%" org.soundcalc.cli.Main %*
exit /b %ERRORLEVEL%
