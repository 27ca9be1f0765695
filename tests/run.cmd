@echo off
rem Sets this checkout up and checks all of it: layout, lint, types, tests, coverage. Stops at the first step that fails,
rem with its exit code. Arguments go to pytest:  tests\run tests\unit -k money
setlocal
cd /d "%~dp0.." || exit /b 1

set "PYTHON=.venv\Scripts\python.exe"
set "ENOUGH=import sys; sys.exit(sys.version_info < (3, 11))"
set "STAMP=import hashlib, pathlib, sys; print(hashlib.sha256(pathlib.Path('pyproject.toml').read_bytes() + sys.version.encode() + str(pathlib.Path.cwd()).encode()).hexdigest())"

set "FOUND="
for %%P in ("py -3" "python" "python3") do (
    if not defined FOUND (
        %%~P -c "%ENOUGH%" >nul 2>nul && set "FOUND=%%~P"
    )
)
"%PYTHON%" -c "import pip; %ENOUGH%" >nul 2>nul && set "FOUND=.venv"
if not defined FOUND (
    echo No Python of version 3.11 or later was found. Please install it, with the launcher py or on the PATH. 1>&2
    exit /b 1
)
if not "%FOUND%" == ".venv" (
    echo == creating .venv with %FOUND%
    %FOUND% -m venv --clear .venv || exit /b
)

set "WANTED="
set "STANDING="
for /f "delims=" %%S in ('%PYTHON% -c "%STAMP%"') do set "WANTED=%%S"
if exist .venv\stamp set /p STANDING=<.venv\stamp
if not "%WANTED%" == "%STANDING%" (
    echo == installing the product and its tools into .venv
    "%PYTHON%" -m pip install --quiet --disable-pip-version-check --editable .[dev] || exit /b
    >.venv\stamp echo %WANTED%
)

echo == ruff format --check .
"%PYTHON%" -m ruff format --check . || exit /b
echo == ruff check .
"%PYTHON%" -m ruff check . || exit /b
echo == mypy
"%PYTHON%" -m mypy || exit /b
if not "%~1" == "" (
    echo == pytest %*
    "%PYTHON%" -m pytest %* || exit /b
    echo == coverage is measured only when all tests run
    exit /b 0
)
set "SIDE_BY_SIDE=--numprocesses=logical --maxprocesses=4 --dist=worksteal"
echo == pytest %SIDE_BY_SIDE% --cov --cov-report=
"%PYTHON%" -m pytest %SIDE_BY_SIDE% --cov --cov-report= || exit /b
echo == coverage report
"%PYTHON%" -m coverage report --include=agent/domain/*,connectors/*/xml/* --fail-under=100
