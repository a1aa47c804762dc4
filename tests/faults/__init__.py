"""Parts of the proofs that nothing acknowledged is lost: a sample runs in the gate, all of it by `scripts/faults`."""
