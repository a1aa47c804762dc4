"""What faces and exports share: words, reports, pictures. No input, no output, no toolkit."""
