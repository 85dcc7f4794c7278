import HTTPServer

extension [Route] {
    static let profiles: [Route] = [
        .get(ProfilePaths.profile, for: .member, ProfileHandlers.form),
        .post(ProfilePaths.profile, for: .writer, ProfileHandlers.save),
        .get(ProfilePaths.username, for: .member, UsernameHandlers.form),
        .post(ProfilePaths.username, for: .writer, UsernameHandlers.save),
        .get(ProfilePaths.about, for: .member, ProfileHandlers.aboutForm),
        .post(ProfilePaths.about, for: .writer, keepsForm: true, ProfileHandlers.saveAbout),
        .get("/settings/profile/details/:type", for: .member, ProfileHandlers.detailsForm),
        .post("/settings/profile/details/:type", for: .writer, keepsForm: true, ProfileHandlers.saveDetails),
        .get(ProfilePaths.skills, for: .member, SkillHandlers.form),
        .post(ProfilePaths.skills, for: .writer, SkillHandlers.save),
        .get(ProfilePaths.links, for: .member, SkillHandlers.linksForm),
        .post(ProfilePaths.links, for: .writer, SkillHandlers.saveLinks),
        .get(ProfilePaths.photo, for: .member, PhotoHandlers.form),
        .post(ProfilePaths.photo, for: .writer, lane: .heavy, PhotoHandlers.change),
        .post(ProfilePaths.photoRemoval, for: .member, PhotoHandlers.remove),
        .post(ProfilePaths.pattern, for: .member, PhotoHandlers.pattern),
        .get(ProfilePaths.visibility, for: .member, VisibilityHandlers.form),
        .post(ProfilePaths.visibility, for: .member, VisibilityHandlers.save),
        .post(ProfilePaths.hold, for: .member, VisibilityHandlers.hold),
        .post(ProfilePaths.leftOut, for: .member, VisibilityHandlers.leaveOut),
        .get(ProfilePaths.welcome, for: .member, WelcomeHandlers.welcome),
        .post(ProfilePaths.welcomeDismissal, for: .member, WelcomeHandlers.dismiss),
        .get(ProfilePaths.firstMatches, for: .member, FirstMatchesHandlers.matches),
        .post(ProfilePaths.firstWatches, for: .member, FirstMatchesHandlers.watch),
        .post("/u/:username/skills/:skill/endorsement", for: .writer, SkillHandlers.endorse),
        .post("/u/:username/skills/:skill/endorsement/withdrawal", for: .writer, SkillHandlers.withdraw),
    ]
}
