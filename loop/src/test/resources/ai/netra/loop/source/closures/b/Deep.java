package b; final class Deep { static String answer(String path) { return path; } }
