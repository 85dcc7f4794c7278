// The room's first file; replaced as it is furnished.
