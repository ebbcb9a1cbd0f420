// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: strict memory safety and warnings as errors, imports that state
/// their access level, members visible only through a direct import.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Targets that face C keep all but strict memory safety.
let facingC: [SwiftSetting] = Array(strict.dropFirst())

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "verbatim",
  products: [],
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
  ],
  targets: [
    // Floor 0: C behind one small header each, and text.
    .target(name: "SourceText", dependencies: [crypto], swiftSettings: strict),

    // Floor 1
    .target(name: "Diagnostics", dependencies: ["SourceText"], swiftSettings: strict),

    // Floor 2: the nouns.
    .target(name: "Casebook", dependencies: ["SourceText"], swiftSettings: strict),
  ]
)
