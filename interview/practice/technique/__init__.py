"""Technique: how a turn was put, whether it took up what the patient let show, and what to say about it.

Judged from the words alone, by rules that can be read; a judgement is a proposal, which the trainee can correct. English only.
"""
