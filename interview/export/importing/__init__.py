"""What comes back: our own JSON export event by event, a FHIR response to our questionnaire through the same session as any answer."""
