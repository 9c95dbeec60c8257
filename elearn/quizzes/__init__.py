"""Quizzes: attempts, saved responses, grades."""
