"""The pages of the window, one question each."""
