// A clock that a test moves under running programs: by a day, over New Year, by a year.

import Domain
import Foundation

/// What time it is for programs started with ``environment``. Their monotonic clock goes on as ever, and so do
/// the times of files.
///
/// A small library is put before the C library of a program; it adds what stands in a file to every answer
/// to "what time is it". The program is the finished one, told nothing.
package final class MovedClock: Sendable {
  private let folder: TemporaryFolder
  private let library: String

  /// The clock shows a time of Danish winter.
  package init(_ day: String, _ time: String = "10:12") throws {
    folder = try TemporaryFolder()
    library = folder.path + "/clock.so"
    let source = folder.path + "/clock.c"
    try Self.source.write(toFile: source, atomically: true, encoding: .utf8)
    try Data(count: 8).write(to: URL(fileURLWithPath: folder.path + "/ahead"))
    try put(to: day, time)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let made = try Subprocess.run(
      [try Self.compiler(on: path), "-shared", "-fPIC", "-O1", "-o", library, source],
      environment: ["PATH": path, "TMPDIR": folder.path])
    guard made.status == 0 else { throw Trouble.notBuilt(made.stderr) }
  }

  deinit { folder.remove() }

  /// Puts the clock, for all programs at once, to a time of Danish winter.
  package func put(to day: String, _ time: String = "10:12") throws {
    // Written in place: running programs have the file in their memory.
    var ahead = Int64(World.moment(day, time).utc.seconds - Int(Date().timeIntervalSince1970))
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.path + "/ahead"))
    try file.write(contentsOf: Data(bytes: &ahead, count: 8))
    try file.close()
  }

  /// What a program is started with to live by this clock.
  package var environment: [String: String] {
    ["LD_PRELOAD": library, "MOVED_CLOCK": folder.path + "/ahead"]
  }

  private enum Trouble: Error {
    case noCompiler
    case notBuilt(String)
  }

  /// The C compiler that comes with Swift, wherever that is; else any other.
  private static func compiler(on path: String) throws -> String {
    let folders = path.split(separator: ":").map(String.init)
    let swift = folders.map { $0 + "/swift" }.first(where: FileManager.default.isExecutableFile)
    let own = swift.map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent().path
    }
    let names = ["clang", "cc", "gcc"].flatMap { name in
      (own.map { [$0] } ?? [] + folders).map { $0 + "/" + name }
    }
    guard let found = names.first(where: FileManager.default.isExecutableFile) else {
      throw Trouble.noCompiler
    }
    return found
  }

  private static let source = """
    #define _GNU_SOURCE
    #include <fcntl.h>
    #include <stdlib.h>
    #include <sys/mman.h>
    #include <sys/syscall.h>
    #include <sys/time.h>
    #include <time.h>
    #include <unistd.h>

    static volatile const long long *ahead;

    __attribute__((constructor)) static void find_clock(void) {
      const char *path = getenv("MOVED_CLOCK");
      int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
      if (file < 0) return;
      void *page = mmap(0, sizeof *ahead, PROT_READ, MAP_SHARED, file, 0);
      close(file);
      if (page != MAP_FAILED) ahead = page;
    }

    int clock_gettime(clockid_t clock, struct timespec *now) {
      int answer = (int)syscall(SYS_clock_gettime, clock, now);
      int is_wall = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
      if (answer == 0 && is_wall && ahead) now->tv_sec += *ahead;
      return answer;
    }

    time_t time(time_t *place) {
      struct timespec now;
      clock_gettime(CLOCK_REALTIME, &now);
      if (place) *place = now.tv_sec;
      return now.tv_sec;
    }

    int gettimeofday(struct timeval *restrict place, void *restrict zone) {
      struct timespec now;
      (void)zone;
      clock_gettime(CLOCK_REALTIME, &now);
      place->tv_sec = now.tv_sec;
      place->tv_usec = now.tv_nsec / 1000;
      return 0;
    }
    """
}
