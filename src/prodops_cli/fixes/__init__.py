"""What files become when fixes are applied, and which fixes may be: edits on an overlay tree, judged by a lint."""
