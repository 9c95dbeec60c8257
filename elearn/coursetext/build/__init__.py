"""What was read and rendered to the values of the domain."""
