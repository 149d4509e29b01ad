package ai.netra.loop.source;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Types of the platform whose methods bring nothing in from outside the test: values, collections,
 * clocks. A type that is not here may talk to the system under test.
 */
final class PureTypes {

  private static final Set<String> NAMES =
      Set.of(
          "boolean",
          "byte",
          "char",
          "double",
          "float",
          "int",
          "long",
          "short",
          "Boolean",
          "Byte",
          "Character",
          "Double",
          "Float",
          "Integer",
          "Long",
          "Short",
          "Number",
          "String",
          "StringBuilder",
          "CharSequence",
          "Object",
          "Objects",
          "Math",
          "StrictMath",
          "System",
          "Thread",
          "Runtime",
          "Class",
          "Enum",
          "Record",
          "Throwable",
          "Exception",
          "RuntimeException",
          "IllegalStateException",
          "IllegalArgumentException",
          "List",
          "Set",
          "Map",
          "Collection",
          "Iterable",
          "Iterator",
          "ArrayList",
          "LinkedList",
          "HashMap",
          "HashSet",
          "LinkedHashMap",
          "LinkedHashSet",
          "TreeMap",
          "TreeSet",
          "EnumMap",
          "EnumSet",
          "ArrayDeque",
          "Deque",
          "Queue",
          "Arrays",
          "Collections",
          "Collectors",
          "Comparator",
          "Optional",
          "OptionalInt",
          "OptionalLong",
          "Stream",
          "IntStream",
          "LongStream",
          "Function",
          "Supplier",
          "Predicate",
          "BigDecimal",
          "BigInteger",
          "RoundingMode",
          "Duration",
          "Instant",
          "LocalDate",
          "LocalDateTime",
          "ZonedDateTime",
          "OffsetDateTime",
          "ZoneOffset",
          "ZoneId",
          "Clock",
          "TimeUnit",
          "ChronoUnit",
          "UUID",
          "Random",
          "SecureRandom",
          "ThreadLocalRandom",
          "Pattern",
          "Matcher",
          "Base64",
          "HexFormat",
          "MessageDigest",
          "StandardCharsets",
          "Charset",
          "Locale",
          "URI",
          "Path",
          "HttpRequest",
          "BodyPublishers",
          "BodyHandlers",
          "AtomicInteger",
          "AtomicLong",
          "AtomicBoolean",
          "AtomicReference",
          "LongAdder",
          "CountDownLatch",
          "Semaphore",
          "CyclicBarrier",
          "ReentrantLock",
          "ConcurrentHashMap",
          "ConcurrentLinkedQueue",
          "LinkedBlockingQueue",
          "ArrayBlockingQueue",
          "BlockingQueue",
          "CopyOnWriteArrayList",
          "Assertions",
          "Assert",
          "Assumptions",
          "MatcherAssert",
          "Matchers",
          "DynamicTest",
          "Arguments");

  /** Values that nobody can change once they are made. */
  private static final Set<String> FIXED =
      Set.of(
          "boolean",
          "byte",
          "char",
          "double",
          "float",
          "int",
          "long",
          "short",
          "Boolean",
          "Byte",
          "Character",
          "Double",
          "Float",
          "Integer",
          "Long",
          "Short",
          "String",
          "BigDecimal",
          "BigInteger",
          "Duration",
          "Instant",
          "LocalDate",
          "UUID",
          "URI",
          "Path",
          "HttpRequest");

  private static final Pattern DECORATION = Pattern.compile("<.*>|\\[\\]");

  private PureTypes() {}

  /** Whether a type, by its simple name without type arguments, is one of them. */
  static boolean contains(String name) {
    return NAMES.contains(simple(name));
  }

  static boolean isFixed(String name) {
    return FIXED.contains(simple(name));
  }

  private static String simple(String name) {
    String raw = DECORATION.matcher(name).replaceAll("");
    return raw.substring(raw.lastIndexOf('.') + 1);
  }
}
