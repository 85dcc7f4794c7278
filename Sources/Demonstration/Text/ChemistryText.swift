extension CorpusText {
    /// Chemistry lab: careful, dry, safety first.
    static let chemistry = CorpusText(
        name: "chemistry",
        words: #"""
            slug: chemistry
            name: Chemistry Lab
            about: From moles to mechanisms. Ask before you mix.
            style: study
            weight: 3.5
            rule: Safety questions first, and always to the assistant as well.
            rule: Show your numbers with units.
            rule: No lab reports to copy.
            rule: What happens in the fume hood stays in the fume hood.
            space: general | General | Lab life.
            space: questions | Questions | Numbers, mechanisms, yields.
            space: announcements | Announcements | Lab dates. | moderators
            space: show | Crystals | Pictures welcome, on paper.
            slot course: CHEM 110 | CHEM 110 | CHEM 231
            slot yield: 14 % | 31 % | 47 % | 62 % | 88 % | 104 %
            aside: Units. Write the units. The units would have told you.
            aside: ‹yield› yield? Weigh the flask again, and dry it first.
            aside: Ask the assistant before you try this. Really.
            aside: Label it. You won't remember. Nobody ever remembers.
            aside: Significant figures: your balance has three, so do you.

            === question | yield
            ? My yield is 104 %. Did I break physics?
            ? 104 % yield, and I'd like to keep it
            Recrystallised, filtered, weighed. ‹course›, experiment ‹some›.
            --- 1 *
            It's wet, or there's solvent in the crystals. Dry to *constant mass*: back into the oven for twenty minutes, weigh, again, until two weighings agree. And write down all of them, the report is better with it.
            --- > @
            91 % after three rounds. Physics is fine.
            --- 2
            Also check that you weighed the right empty dish. Ask me how I know.

            === question | titration
            ? Endpoint overshot every time. How do you stop at *one* drop?
            ? Phenolphthalein goes from nothing to shocking pink
            I add a drop, nothing, a drop, nothing, a drop: bright pink. Three times in a row.
            --- 1 *
            1. First run quick and rough, to know where it is.
            2. Second run: fast until 1 ml before, then half drops: let a drop hang, touch it to the wall, rinse down with water.
            3. White paper below. You want *barely* pink for thirty seconds.

            If it fades later that's CO₂, it doesn't count.
            --- > @
            Half drops! 24.31, 24.28, 24.30. I want to frame it.
            --- 2
            Read the burette at eye level. I've seen tall people lose 0.1 ml that way.

            === question | mechanism
            ? SN1 or SN2: which of the five hints counts most?
            ? How do you decide between SN1 and SN2 when the hints disagree?
            Secondary carbon, good nucleophile, polar protic solvent. My table gives two for each.
            --- 1 *
            Start with the carbon (methyl and primary: SN2, tertiary: SN1). Secondary is where the others decide: strong nucleophile *and* aprotic → SN2; weak nucleophile and protic → SN1. Yours is truly mixed, and "both, with racemisation in part" is a full answer.
            --- > @
            So the exam answer may be "both"? Nobody has ever told us that.
            --- 2
            In real flasks it's nearly always "both, and some elimination".

            === question | safety
            ? A drop of acid on my glove, what's the right order of things?
            ? What do I do *first* when something spills?
            The poster says five things at once.
            --- 1 *
            For you: water, a lot, at once, fifteen minutes. Glove off *under* the water. Shout while you do it, that's allowed. Everything else (paper, report, neutralising) comes after and is somebody else's job.

            And tell the assistant even if it's nothing. They never get angry about that, only about silence.
            --- > @
            Thank you. I printed this for our bench.
            --- 2
            Know where the shower is *before*. Go and look today.

            === discussion @show | crystals
            ? Copper sulphate after ‹some› weeks on the windowsill
            ? I grew a crystal and I'm far too proud of it
            Blue, 4 cm, one clear face. What worked: a **seed on a hair**, not on thread, a lid with one hole, and *not touching it*. My flatmates greet it when they come in.
            --- 1
            On a hair! Mine always grew along the thread like a caterpillar.
            --- 2
            Alum next, it's colourless and the octahedra are unreal.

            === announcement | lab
            ? Lab in week ‹week›: goggles, long trousers, and the new waste bottles
            ? ‹course› lab moves to ‹weekday› ‹time›, ‹room›
            - Halogenated waste: **green** label from now on, all else yellow.
            - No contact lenses under the goggles.
            - Pre-lab sheet signed *before* you come in. We'll have to send people home otherwise, and we hate that.
            --- 1
            Are leggings long trousers?
            --- > m
            No. I'm sorry. Again.

            === topic | moles
            ? converting grams to moles and back
            I get 0.02 or 50, and both look possible to me.
            --- 1 *
            Write the units as fractions and let them cancel: 5 g × (1 mol / 58.4 g) = 0.086 mol. If it doesn't come out as mol, you've turned the fraction over. Then ask whether it's plausible: a spoon of salt is about a tenth of a mole.
            --- 2
            A mole of water is a sip. A mole of sugar is a mug. That's all you need.
            === topic | equilibrium
            ? Le Chatelier and adding an inert gas
            Pressure goes up, so it should shift. The solution says it doesn't.
            --- 1 *
            At constant *volume* the partial pressures of your gases don't change, so nothing shifts. At constant *pressure* the volume grows, they get thinner, and it shifts to more particles. Exams love this because both sentences begin alike.
            --- 2
            Write Q with partial pressures and look whether any of them moved.
            === topic | buffers
            ? how a buffer holds the pH
            Acid goes in, pH stays. Where does the acid *go*?
            --- 1 *
            The base half takes it and becomes the acid half. As long as there's plenty of both, the *ratio* hardly changes, and the pH follows the logarithm of the ratio. Use up one half and it's over quite suddenly.
            --- 2
            Ten to one is about as far as it works: one unit either way.
            === topic | nmr
            ? reading splitting in proton NMR
            n + 1, fine, but n of *what*?
            --- 1 *
            Of the equivalent protons on the neighbouring carbons, not your own. CH₃CH₂–: the CH₃ sees two, so a triplet; the CH₂ sees three, so a quartet. Protons on oxygen usually don't join in.
            --- 2
            Start from the integrals, then splitting, then shift. In that order it's a puzzle, otherwise it's soup.
            === topic | redox
            ? balancing redox equations
            I always end up with a leftover electron.
            --- 1 *
            Two half-equations. In each: atoms, then O with water, then H with H⁺, then charge with e⁻. Multiply so that the electrons match, add, cancel. In base add OH⁻ to both sides at the *end*. A leftover electron means you forgot to multiply.
            --- 2
            Check the charge left and right. Ten seconds, saves every time.
            === topic | chirality
            ? telling R from S
            I can see a hand, I can't see a molecule.
            --- 1 *
            Put the lowest priority away from you, go 1→2→3: clockwise is R. If the lowest points *at* you, read it anyway and swap the answer. Models from the lending desk help for the first week; after that your head does it.
            --- 2
            My steering-wheel trick: the column is number four.
            """#)
}
