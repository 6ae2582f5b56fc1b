-- A user has few pieces: a list of them is sorted when it is read. The second index cost a page of its own for each piece that was issued.
ALTER TABLE user_coupon_view DROP KEY ix_user_coupon_view_list;
