// Elevtjenesten: arguments in, exit code out.

import Glibc
import Terminal

CoreDump.forbid()
// A mask that takes rights from the owner would make files that this program could not use itself.
umask(umask(0o077) & 0o077)
let console = Console()
let code = Program.run(
  Array(CommandLine.arguments.dropFirst()), console: console, environment: .current())
exit(code.rawValue)
