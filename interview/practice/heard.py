"""What is understood of a trainee's turn."""

from interview.engine.practice_turns import Action, Form, Heard, TopicScore

__all__ = ["Action", "Form", "Heard", "TopicScore"]
