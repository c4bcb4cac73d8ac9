// Elevtjenesten: arguments in, exit code out.

import Glibc
import Terminal

CoreDump.forbid()
let console = Console()
let code = Program.run(
  Array(CommandLine.arguments.dropFirst()), console: console, environment: .current())
exit(code.rawValue)
