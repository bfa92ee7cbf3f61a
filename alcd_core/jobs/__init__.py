"""One file an operation that a user can start: its parameters, and the name of the function that runs it."""
