// What the program takes from the world around it, read once and passed on as a value.

import Domain
import Foundation
import Glibc

/// Environment variables and the user's login name.
struct Environment: Equatable, Sendable {
  var variables: [String: String]
  var login: String?

  /// As it is for this process.
  static func current() -> Environment {
    let name = getpwuid(getuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
    return Environment(variables: ProcessInfo.processInfo.environment, login: name)
  }

  /// The user's folder for configuration.
  var configHome: String { place("XDG_CONFIG_HOME", "/.config") }

  /// The user's folder for data.
  var dataHome: String { place("XDG_DATA_HOME", "/.local/share") }

  /// A relative path does not count, as the XDG rules say.
  private func place(_ name: String, _ fallback: String) -> String {
    if let path = variables[name], path.hasPrefix("/") { return path }
    return (variables["HOME"] ?? "/") + fallback
  }
}

/// Where the data folder is looked for: `--mappe`, the environment, the configuration, the usual place.
struct FolderPlace: Equatable, Sendable {
  var path: String
  /// Somebody named it.
  var isNamed: Bool

  /// The first place that is named; `configured` is what `config.json` says.
  static func find(option: String?, environment: Environment, configured: String?) -> FolderPlace {
    if let option { return FolderPlace(path: option, isNamed: true) }
    if let variable = environment.variables["ELEVTJENESTEN_MAPPE"], !variable.isEmpty {
      return FolderPlace(path: variable, isNamed: true)
    }
    if let configured { return FolderPlace(path: configured, isNamed: true) }
    return FolderPlace(path: environment.dataHome + "/elevtjenesten", isNamed: false)
  }
}

/// What `config.json` of this user can say.
struct Configuration: Decodable {
  /// The path of the data folder.
  var folder: String?

  /// Reads the document; a broken one says nothing.
  static func folder(in bytes: [UInt8]) -> String? {
    let configuration = try? JSONDecoder().decode(Configuration.self, from: Data(bytes))
    return configuration?.folder.flatMap { $0.isEmpty ? nil : $0 }
  }
}
