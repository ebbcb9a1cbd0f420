// swift-tools-version: 6.2
import PackageDescription

/// Hostile input, made up by libFuzzer. A package of its own, so that nothing of it is built with
/// the program.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "verbatim", path: "..")],
  targets: [
    .executableTarget(
      name: "Fuzzing",
      dependencies: [.product(name: "VerbatimKit", package: "verbatim")],
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
        // libFuzzer brings `main` with it.
        .unsafeFlags(["-parse-as-library"]),
      ])
  ]
)
