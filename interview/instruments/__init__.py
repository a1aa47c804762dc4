"""Other people's questionnaires (FHIR R4), read and checked: what they ask, when, and what their totals are. Nothing is asked here."""
