"""Tests of the questionnaire: its content, its conditions and its checks."""
