"""The ear: which topics a trainee's typed turn asks about. Offline and deterministic; it knows no case and answers nothing."""
