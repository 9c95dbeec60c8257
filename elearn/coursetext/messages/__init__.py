"""What is said of each finding, in Indonesian and English."""
