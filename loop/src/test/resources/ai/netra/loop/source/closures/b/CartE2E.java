package b; public final class CartE2E { }
