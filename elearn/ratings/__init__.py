"""The closing questionnaire: what learners think of a course that they completed."""
