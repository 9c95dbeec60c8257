"""Quizzes: attempts, saved answers, grades, pages."""
