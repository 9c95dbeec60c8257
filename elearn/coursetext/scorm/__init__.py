"""A course as a SCORM 1.2 package: one part that plays its lessons and quizzes in another learning platform."""
