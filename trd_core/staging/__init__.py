"""The five staging models, and what they share: which failures count, how drugs and classes are told apart."""
