"""FHIR R4: our questionnaire as a `Questionnaire`, a record as a `Bundle`. Plain JSON values in, bytes out; no network, no server."""
