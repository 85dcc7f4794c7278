extension CorpusText {
    /// Sports: cheerful, short sentences.
    static let sports = CorpusText(
        name: "sports",
        words: #"""
            slug: sports
            name: Sports & Training
            about: Teams, trails, lanes and the bouldering wall. All levels, really all.
            style: life
            weight: 2.5
            rule: All levels means all levels.
            rule: Injuries: see somebody, don't diagnose.
            rule: Say when, where, how far and how fast.
            space: general | General | Teams and partners.
            space: questions | Questions | Where, when, how.
            space: announcements | Announcements | Courts and pools. | moderators
            slot sport: bouldering | rowing | futsal | badminton | swimming | running | volleyball | fencing | judo | ultimate
            aside: Bring indoor shoes. They check.
            aside: ‹weekday› ‹evening› is beginners, nobody will look at you.
            aside: The pool is nearly empty at ‹time›.
            aside: My knees say no. My heart says ‹weekday›.
            aside: First session is free in every club, just turn up.

            === question | running
            ? How do I start running if I'm out of breath after ‹few› minutes?
            ? Absolute beginner wants to run, sea wall, no humiliation
            I live by the sea wall and everybody there looks like an advert.
            --- 1 *
            Walk two minutes, run one, eight times. Three days a week, and run so slowly that you could talk. Every week a bit more running, a bit less walking. In ‹some› weeks you run half an hour.

            Nobody on the sea wall looks at you. They're all counting.
            --- > @
            Day four. A dog overtook me and looked encouraging.
            --- 2
            We're a slow group, ‹weekday› ‹evening›, from ‹cafe›. There are pancakes.

            === question | climbing
            ? Is the bouldering wall okay if you're afraid of heights?
            ? Afraid of heights, curious about the wall
            ‹friend› keeps asking me to come.
            --- 1 *
            It's four metres with a mat that swallows you. You decide how high, and climbing *down* is allowed and even good style. Half the people there are afraid, it's rather the point. Start with yellow, lend the shoes for $3.
            --- > @
            I went to the top of a yellow one, looked down, said a word, and did it again.
            --- 2
            Which word?

            === discussion | team
            ? ‹Sport›: we're ‹few› short for ‹weekday› ‹evening›
            ? Looking for people for ‹sport›, level: enthusiastic
            We lost our last game ‹some› to 1, and **celebrated the 1**. If that sounds like you: ‹building›, sports hall, side door.
            --- 1
            I played at school and remember the rules roughly.
            --- > @
            That's more than our captain does. Welcome!
            --- 2
            Is it mixed?
            --- > @
            In every sense.

            === question | injury
            ? Twisted ankle, game in ‹some› days. Can I play?
            ? How long should I rest after twisting my ankle?
            It's blue but I can walk.
            --- 1 *
            Nobody can say that from here, so please show it to someone: the sports physio in ‹building› has open hours on ‹weekday›s, free, no referral. Until then rest, cool it, put it up. And the game isn't worth the season.
            --- > @
            Two weeks, and exercises. She was lovely. I'm keeping score instead.
            --- 2
            Do the exercises longer than it hurts. Everyone stops too early.

            === gathering | today
            ? What did you do today? Any sport, any level, walking counts
            ? Training diary for everyone, ‹month›
            I walked up the 84 steps twice because I'd forgotten my keys. I'm counting it.
            --- 1
            ‹Ran|Swam|Rowed|Cycled|Climbed|Stretched|Danced|Walked› ‹twenty minutes|half an hour|5 k|8 k|in the rain|before breakfast|with my flatmate|badly|to the sea wall and back›. ‹Felt awful, then great.|New best!|Legs of pudding.|A seal watched.|Nobody was hurt.|Again tomorrow.›
            --- 1
            ‹Rest day|Nothing|Carried shopping for four floors|Physio exercises|Lost at table tennis ‹some› times|First session after the flu›. ‹Also training.|My coach nods.|The sofa won.|No regrets.›
            --- > 2
            ‹Well done!|That counts.|Same route as me!|How are the knees?|In *that* weather?› ‹See you ‹weekday›?|Keep going.|Tea afterwards?›
            --- > 2
            ‹I'm jealous.|You've inspired me to think about it.|Which shoes?|Slower is fine.›

            === announcement | courts
            ? Courts, lanes and the wall: new times from ‹date›
            ? Sports hall closed on ‹date›, everything moves to ‹building›
            - **Pool:** lane 1 and 2 free for all from ‹time›
            - **Wall:** re-set on ‹weekday›, all new, all unknown
            - **Futsal:** outside, bring the orange ball

            Lost property: eleven left shoes.
            --- 1
            One of them is mine, and I have the right one to prove it.

            === discussion | swimming
            ? Swam in the bay every ‹day› since ‹month›. Notes on cold
            ? Cold-water swimming: what nobody told me
            1. Gloves and socks first, everything else later.
            2. *Breathe out* when you go in.
            3. Minutes = degrees, at most. Eight degrees, eight minutes.
            4. Never alone. Someone on the steps, dry.
            5. Get dressed **before** you feel cold, it comes afterwards.

            We meet at the boathouse, ‹time›. There's tea.
            --- 1
            Number 5 is important. I shook for an hour after my first time.
            --- 2
            Do you have to be brave or only foolish?
            --- > @
            It's the same muscle.

            === topic | gym
            ? the gym at rush hour
            There's one rack and nine people looking at it.
            --- 1 *
            Before 8, after 20, or Sunday. Or ask to share: "may I work in?" is the magic sentence and everyone says yes.
            --- 2
            The old gym in the Annexe has two racks and a radio from 1990. It's mine, but you may come.
            === topic | rowing
            ? learning to row
            Do you really have to get up at five?
            --- 1 *
            Beginners go on Saturdays at ten. The five o'clock people chose that life. You'll fall in once, in ‹month›, and then never again.
            --- 2
            I was beginner in fall and five o'clock in spring. It happens.
            === topic | equipment
            ? lending sports equipment
            I'd like to try before I buy a racket for ‹price›.
            --- 1 *
            The counter in the hall lends rackets, balls, shoes in odd sizes, even two kayaks, all with your card for a day. Fridays until Monday.
            --- 2
            The green racket is the good one.
            === topic | stretching
            ? stretching before or after
            My coach says before, my physio says after, my flatmate says never.
            --- 1 *
            Before: move, warm up, swing things. After: if it feels nice. Holding long stretches *before* doesn't help and makes you slower for a bit. Your flatmate is partly right, which is annoying.
            --- 2
            Walk home instead of the bus. That's my cool-down.
            === topic | credit
            ? course credit for ‹sport›
            Someone said two points for a term of turning up.
            --- 1 *
            One point, ungraded, if you sign in ten times and do the first-aid evening. The sheet is at the counter. You can do it twice, for different sports.
            --- 2
            The first-aid evening alone is worth it.
            """#)
}
