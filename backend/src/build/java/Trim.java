import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Leaves native libraries of other platforms out of the packaged jars of DuckDB and SQLite. Run by
 * the build with the folder of the libraries; the platform is that of the build.
 */
final class Trim {

  private static final Pattern NATIVE =
      Pattern.compile("libduckdb_java\\.so_.*|org/sqlite/native/.*/.*\\..*");

  public static void main(String[] arguments) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      jars = files.filter(Trim::carriesNatives).toList();
    }
    for (Path jar : jars) {
      trim(jar);
    }
  }

  private static boolean carriesNatives(Path jar) {
    String name = jar.getFileName().toString();
    return name.startsWith("duckdb_jdbc") || name.startsWith("sqlite-jdbc");
  }

  private static void trim(Path jar) throws IOException {
    Path trimmed = jar.resolveSibling(jar.getFileName() + ".trimmed");
    try (ZipFile source = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(trimmed);
        ZipOutputStream target = new ZipOutputStream(file)) {
      Enumeration<? extends ZipEntry> entries = source.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (isWanted(entry.getName())) {
          copy(source, entry, target);
        }
      }
    }
    Files.move(trimmed, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(ZipFile source, ZipEntry entry, ZipOutputStream target)
      throws IOException {
    ZipEntry kept = new ZipEntry(entry.getName());
    kept.setTime(entry.getTime());
    target.putNextEntry(kept);
    try (InputStream content = source.getInputStream(entry)) {
      content.transferTo(target);
    }
    target.closeEntry();
  }

  private static boolean isWanted(String name) {
    return !NATIVE.matcher(name).matches()
        || name.equals("libduckdb_java.so_" + duckdbPlatform())
        || name.startsWith("org/sqlite/native/" + sqlitePlatform() + "/");
  }

  private static String duckdbPlatform() {
    return isMac() ? "macos_arm64" : "linux_" + (isArm() ? "arm64" : "amd64");
  }

  private static String sqlitePlatform() {
    return (isMac() ? "Mac/" : "Linux/") + (isArm() ? "aarch64" : "x86_64");
  }

  private static boolean isMac() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
  }

  private static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }
}
