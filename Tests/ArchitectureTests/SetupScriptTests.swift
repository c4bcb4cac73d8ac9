// The script that installs what is missing, on machines made of stubs.

import Foundation
import Testing

@Suite struct SetupScriptTests {
  private func setup(
    _ system: borrowing MadeUpSystem, _ arguments: String..., headers: String = "/nowhere"
  ) throws -> MadeUpSystem.Outcome {
    let script = SourceTree.top.appending(path: "Resources/setup.sh").path
    return try system.run(
      "/bin/sh", [script] + arguments, environment: ["ELEVTJENESTEN_HEADERS": headers])
  }

  @Test func nothingToDo() throws {
    let system = try MadeUpSystem()
    try system.add("swift")
    try system.addDebian(installed: "libncurses-dev tmux strace calcurse jq")
    for arguments in [[], ["--test"]] as [[String]] {
      let script = SourceTree.top.appending(path: "Resources/setup.sh").path
      let outcome = try system.run("/bin/sh", [script] + arguments)
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty && outcome.errors.isEmpty && outcome.calls.isEmpty)
    }
  }

  @Test func swiftIsMissing() throws {
    let system = try MadeUpSystem()
    try system.addDebian(installed: "")
    let outcome = try setup(system)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("https://www.swift.org/install/linux/"))
    #expect(outcome.calls.isEmpty)
  }

  @Test func rootInstallsOnlyWhatIsMissing() throws {
    let system = try MadeUpSystem()
    try system.add("swift")
    try system.add("id", "echo 0", isSilent: true)
    try system.addDebian(installed: "tmux")
    let outcome = try setup(system, "--test")
    #expect(outcome.status == 0)
    #expect(
      outcome.calls == [
        "apt-get install --simulate --no-install-recommends libncurses-dev strace calcurse jq",
        "apt-get install -y -q --no-install-recommends libncurses-dev strace calcurse jq",
      ])
  }

  @Test func theTestsPackagesAreLeftAlone() throws {
    let system = try MadeUpSystem()
    try system.add("swift")
    try system.add("id", "echo 0", isSilent: true)
    try system.addDebian(installed: "libncurses-dev")
    #expect(try setup(system).calls.isEmpty)
  }

  /// Lists that do not know the package, and lists that are too old to fetch it.
  @Test(arguments: [
    "[ -e \"$STUBS/fresh\" ] || [ \"$1\" = update ] || exit 100",
    "[ -e \"$STUBS/fresh\" ] || [ \"$1\" = update ] || [ \"$2\" = --simulate ] || exit 100",
  ])
  func listsAreFetchedWhenNeeded(apt: String) throws {
    let system = try MadeUpSystem()
    try system.add("swift")
    try system.add("id", "echo 0", isSilent: true)
    try system.addDebian(installed: "", apt: apt + "\nif [ \"$1\" = update ]; then : >\"$STUBS/fresh\"; fi")
    let outcome = try setup(system)
    #expect(outcome.status == 0)
    #expect(outcome.calls.count { $0 == "apt-get update -q" } == 1)
    #expect(outcome.calls.last == "apt-get install -y -q --no-install-recommends libncurses-dev")
  }

  @Test func aUserGoesThroughSudo() throws {
    let system = try MadeUpSystem()
    try system.add("swift")
    try system.add("id", "echo 1000", isSilent: true)
    try system.add("sudo", "exec \"$@\"")
    try system.addDebian(installed: "")
    let outcome = try setup(system)
    #expect(outcome.status == 0)
    #expect(
      outcome.calls.contains(
        "sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends libncurses-dev"
      ))
  }

  private static let byAdministrator =
    "apt-get update && apt-get install -y --no-install-recommends libncurses-dev tmux strace calcurse jq"

  @Test func aUserWithoutSudoIsToldWhatToAskFor() throws {
    let system = try MadeUpSystem()
    try system.add("swift")
    try system.add("id", "echo 1000", isSilent: true)
    try system.addDebian(installed: "")
    let outcome = try setup(system, "--test")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(Self.byAdministrator))
    #expect(outcome.calls.isEmpty)
  }

  @Test func aUserWhoMayNotIsToldToo() throws {
    let system = try MadeUpSystem()
    try system.add("swift")
    try system.add("id", "echo 1000", isSilent: true)
    try system.add("sudo", "exit 1")
    try system.addDebian(installed: "")
    let outcome = try setup(system, "--test")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(Self.byAdministrator))
  }

  @Test func anotherSystem() throws {
    let system = try MadeUpSystem()
    try system.add("swift")
    let outcome = try setup(system, "--test")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("ncurses-devel"))
    #expect(outcome.errors.contains("tmux") && outcome.errors.contains("strace, calcurse"))
  }

  @Test func anotherSystemThatHasEverything() throws {
    let system = try MadeUpSystem()
    for command in ["swift", "tmux", "strace", "calcurse", "jq"] { try system.add(command) }
    try system.write("ncurses.h", "")
    let header = system.folder.appending(path: "ncurses.h").path
    let outcome = try setup(system, "--test", headers: "/nowhere \(header)")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test func anUnknownOption() throws {
    let outcome = try setup(try MadeUpSystem(), "--tests")
    #expect(outcome.status == 64)
  }
}

/// The check that builds the release and runs the README's own test command.
@Suite struct CheckScriptTests {
  private func check(readme: String, swift: String = "exit 0") throws -> MadeUpSystem.Outcome {
    let system = try MadeUpSystem()
    try system.add("swift", swift)
    try system.write(".ci/run", try SourceTree.read(".ci/run"), isExecutable: true)
    try system.write("Resources/setup.sh", "echo \"setup $*\" >>\"$STUBS/calls\"\n")
    try system.write("README.md", readme)
    return try system.run("/bin/bash", [".ci/run"], path: "/usr/bin:/bin")
  }

  @Test func runsTheSecondCommandAsItIsWritten() throws {
    let outcome = try check(
      readme: """
        # Name
        ```
        sh Resources/setup.sh && swift run
        sh Resources/setup.sh --test && swift test --parallel
        ```
        """)
    #expect(outcome.status == 0)
    #expect(
      outcome.calls == ["setup ", "swift build -c release", "setup --test", "swift test --parallel"])
  }

  @Test func failsWithoutTheCommand() throws {
    let outcome = try check(readme: "Text, sh Resources/setup.sh --test && swift test\n")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("README.md"))
    #expect(outcome.calls.isEmpty)
  }

  @Test(arguments: ["[ \"$1\" = test ] && exit 1; exit 0", "[ \"$1\" = build ] && exit 1; exit 0"])
  func failsWhenAStepFails(swift: String) throws {
    let outcome = try check(readme: "sh Resources/setup.sh --test && swift test\n", swift: swift)
    #expect(outcome.status == 1)
  }
}
