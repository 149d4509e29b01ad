final class Licence {}
