"""What the five areas, medical illness and safety show (Table 1 step 5, Table 2)."""
