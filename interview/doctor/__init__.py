"""What the program needs of the computer it runs on: read at the edge, judged by pure rules. It reads no record and no secret."""
