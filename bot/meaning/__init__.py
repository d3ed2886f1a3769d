"""What texts mean, as vectors: the extra `semantic`. The only package with onnxruntime and tokenizers."""
