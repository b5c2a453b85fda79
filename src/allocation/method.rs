//! How land is supplied.

use crate::text::terms;

terms! {
    /// How the right of use was supplied (供地方式).
    ///
    /// The Chinese names are those of the public notices of results.
    ///
    /// ```
    /// use standard_land::allocation::SupplyMethod;
    ///
    /// let method: SupplyMethod = "挂牌出让".parse()?;
    /// assert_eq!(method, SupplyMethod::ListingGrant);
    /// assert!(method.is_grant());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum SupplyMethod("a supply method", "供应方式") {
        /// Allocated by the state, without a price for the land.
        AdministrativeAllocation = "administrative-allocation", "划拨";
        /// Granted by tender.
        TenderGrant = "tender-grant", "招标出让";
        /// Granted by auction.
        AuctionGrant = "auction-grant", "拍卖出让";
        /// Granted by listing.
        ListingGrant = "listing-grant", "挂牌出让";
        /// Granted by agreement.
        AgreementGrant = "agreement-grant", "协议出让";
        /// Leased.
        Lease = "lease", "租赁";
        /// Contributed as capital.
        CapitalContribution = "capital-contribution", "作价出资(入股)";
        /// Operated under authorisation.
        AuthorisedOperation = "authorised-operation", "授权经营";
    }
}

impl SupplyMethod {
    /// Whether the right was granted for a price (出让).
    #[must_use]
    pub const fn is_grant(self) -> bool {
        matches!(
            self,
            Self::TenderGrant | Self::AuctionGrant | Self::ListingGrant | Self::AgreementGrant
        )
    }

    /// Whether it was granted in public competition (招拍挂).
    ///
    /// ```
    /// use standard_land::allocation::SupplyMethod;
    ///
    /// assert!(SupplyMethod::AuctionGrant.is_competitive());
    /// assert!(!SupplyMethod::AgreementGrant.is_competitive());
    /// ```
    #[must_use]
    pub const fn is_competitive(self) -> bool {
        self.is_grant() && !matches!(self, Self::AgreementGrant)
    }
}
