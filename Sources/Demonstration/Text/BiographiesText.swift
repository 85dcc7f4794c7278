extension CorpusText {
    /// Headlines and sentences of profiles.
    static let biographies = #"""
        slot subject: computing|mathematics|statistics|chemistry|marine biology|linguistics|history|law|music|geography|economics|nursing|civil engineering|philosophy|film|education|physics|psychology
        slot second: maps|poetry|old ferries|sourdough|chess|birds|climbing|choral music|board games|bicycles|radio plays|languages nobody asked about|gardens|film cameras
        slot year: First-year|Second-year|Third-year|Final-year|Master's student
        slot hall: Harbour House|Cedar Court|North Quay|Juniper Hall|Salt Street|Lighthouse Row
        slot place: the third floor of the library|the Boathouse|the Green Stairs café|the music rooms|Science East|the sea wall|the 8:10 ferry
        headline: ‹Year›, ‹subject›
        headline: ‹Year›, ‹subject›. ‹Second› on weekends
        headline: ‹Subject› and ‹second›, in that order
        headline: Studies ‹subject›, mostly at ‹place›
        headline: ‹Subject›. Will trade notes for coffee
        headline: ‹Year›. Draws everything as a tree first
        headline: Here for ‹subject›, staying for ‹second›
        headline: Slow reader, fast walker, ‹subject›
        headline: Late to ‹subject›, early to everything else
        headline: Usually at ‹place›
        headline: Teaches ‹subject› when asked, and sometimes when not
        sentence: I study **‹subject›** and I like questions that sound too simple.
        sentence: Before that I worked ‹in a bakery|on a fishing boat|in a call centre|as a nurse|in a bicycle shop› for ‹two|three|four› years, so I'm the one who's good at mornings.
        sentence: Ask me about ‹second›, about living in ‹hall›, or about changing subjects ‹late|twice|without losing a year›.
        sentence: I'm best reached ‹after the evening lab|on weekdays before noon|by simply finding me at ‹place››.
        sentence: I explain things by drawing them. You get to keep the drawing.
        sentence: Currently learning ‹Portuguese|Arabic|Vietnamese|sign language|to swim›, badly and happily.
        sentence: I commute by ferry, so I know *everything* that's in the timetable and several things that aren't.
        sentence: Quiet in groups of more than four. Talkative about ‹second›.
        sentence: I volunteer at the ‹bike kitchen|food pantry|writing desk|exchange students' office› on ‹Tuesdays|Thursdays|Fridays›.
        sentence: Two children, one degree, no free evenings, good notes.
        sentence: I came here from ‹Tehran|Łódź|Kumasi|Đà Nẵng|Bergen|Recife|Chennai|Osaka|Galway|Almaty› and I still can't get used to the seagulls.
        closing: *Happy to help first-years find anything.*
        closing: Things I like: ‹second›, long tables, short meetings.
        closing: If I don't answer, I'm at ‹place›.
        closing: Looking for people to study with: **‹subject›**, evenings.
        closing: Some of what I write is at https://notes.example.
        """#
}
