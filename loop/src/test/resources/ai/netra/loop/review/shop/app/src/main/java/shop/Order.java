package shop;

/** An order as it comes in. */
record Order(@NotBlank String cart, @Size(max = 40) String remark) {}
