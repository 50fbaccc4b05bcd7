// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func target(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The test targets with files to compare against, in a folder beside the tests.
let goldens: Set<String> = ["brevier", "Figures", "Publishing"]

func tests(of name: String, uses others: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "TestSupport"] + others,
        exclude: goldens.contains(name) ? ["Golden"] : [],
        swiftSettings: settings)
}

func library(_ name: String, pkgConfig: String? = nil, package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
    name: "brevier",
    products: [
        .executable(name: "brevier", targets: ["brevier"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // What each stage is made of, from the bottom up. Sources/README.md draws it.
        target("Diagnostics"),
        target("Scenes"),
        target("Statistics", uses: ["Diagnostics"]),
        target("Markup", uses: ["Diagnostics", "CYAML", "CMarkGFM"]),
        target("Figures", uses: ["Diagnostics", "Scenes", "Statistics"]),
        target("Rules", uses: ["Figures", "Scenes", "Statistics"]),
        target("Claims", uses: ["Diagnostics", "Figures", "Statistics"]),
        target("Reports", uses: ["Claims", "Diagnostics", "Figures", "Markup", "Rules", "Scenes", "Statistics"]),
        target("CairoRendering", uses: ["Scenes", "CPangoCairo"]),
        target("Hyphenation", uses: ["CHyphen"]),
        target("Publishing", uses: ["Diagnostics", "Scenes", "CMessageDigest", "CZlib"]),
        .executableTarget(
            name: "brevier",
            dependencies: [
                "CairoRendering", "Claims", "Diagnostics", "Figures", "Hyphenation", "Markup", "Publishing", "Reports", "Scenes", "Statistics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        .target(name: "TestSupport", dependencies: ["Diagnostics", "Scenes"], path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "TestSupportTests", dependencies: ["CairoRendering", "Scenes", "TestSupport"], swiftSettings: settings),
        tests(of: "Diagnostics"),
        tests(of: "Scenes"),
        tests(of: "Statistics", uses: ["Diagnostics"]),
        tests(of: "Markup", uses: ["Diagnostics"]),
        tests(of: "Figures", uses: ["Diagnostics", "Rules", "Scenes", "Statistics"]),
        tests(of: "Rules", uses: ["Figures", "Scenes", "Statistics"]),
        tests(of: "Claims", uses: ["Diagnostics", "Figures", "Statistics"]),
        tests(of: "Reports", uses: ["Claims", "Diagnostics", "Figures", "Markup", "Rules", "Scenes", "Statistics"]),
        tests(of: "CairoRendering", uses: ["Scenes"]),
        tests(of: "Hyphenation"),
        tests(of: "Publishing", uses: ["CairoRendering", "CPangoCairo", "Diagnostics", "Scenes"]),
        tests(of: "brevier", uses: ["CairoRendering", "Claims", "Diagnostics", "Figures", "Publishing", "Reports", "Rules", "Scenes", "Statistics", .product(name: "ArgumentParser", package: "swift-argument-parser")]),

        // C libraries: a module map and a header each, reached from one target above.
        library("CPangoCairo", pkgConfig: "pangocairo", package: "libpango1.0-dev"),
        library("CMarkGFM", pkgConfig: "libcmark-gfm", package: "libcmark-gfm-dev"),
        library("CYAML", pkgConfig: "yaml-0.1", package: "libyaml-dev"),
        library("CHyphen", package: "libhyphen-dev"),
        library("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
        library("CMessageDigest", pkgConfig: "libmd", package: "libmd-dev"),
    ]
)
