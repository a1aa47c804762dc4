"""The process itself: nobody else reads its files, it leaves no trace of anyone, it ends in order, and a crash says only where."""
