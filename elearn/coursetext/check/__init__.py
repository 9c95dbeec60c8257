"""What is wrong with a course, and what would make it better."""
