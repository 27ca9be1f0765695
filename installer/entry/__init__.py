"""What the executables start with."""
