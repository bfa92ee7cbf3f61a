"""The jobs that a user can start, one file each: its name, its title and its parameters."""
