"""What the three executables start with."""
