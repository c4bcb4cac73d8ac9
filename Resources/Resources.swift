// The small files that travel inside the program, one accessor a file.

/// The bytes of the files embedded in the binary.
package enum Resources {
  package static var topics: [UInt8] { PackageResources.topics_json }
}
