"""What `scripts/bench` measures: times, memory and counted work, each as a ratio to a floor or a peer in the same run."""
