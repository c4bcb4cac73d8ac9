// Where libFuzzer comes in; built by run.sh alone. FUZZ_TARGET names the reader.

import Foundation
import FuzzTargets

/// The reader that was chosen, and a folder for it; made once, at the first input.
struct Chosen {
  let target: FuzzTarget
  let folder: String

  init() {
    target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "") ?? .line
    folder = ProcessInfo.processInfo.environment["FUZZ_FOLDER"] ?? "/tmp"
  }
}

let chosen = Chosen()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen.target.read(Array(UnsafeBufferPointer(start: start, count: count)), in: chosen.folder)
  return 0
}
