"""From a text to its attributions: quotation marks, tagger, decoder, linker."""
